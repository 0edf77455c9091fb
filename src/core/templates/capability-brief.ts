import type { Template } from './template.ts';

export const capabilityBrief: Template = {
  name: 'capability-brief',
  label: 'Capability brief',
  summary: 'Says what a system or unit can do and cannot do, by figures that name their source.',
  placeholder: '[System or unit]',
  source: `---
title: %title%
subtitle: Capability brief
author: "[Name, office]"
date: "[Date]"
lang: en
theme: lectern-dark
minutes: 15
footer: "[Office] · as of [date]"
# What the figures rest on. Name each source once here, and quote it at the foot of the slides.
sources:
  data-sheet:
    text: "[Publisher, data sheet]"
    date: "[Date]"
  yearbook:
    text: "[Publisher, yearbook]"
    date: "[Date]"
---

<!-- .slide: id="title" data-timing="30" -->

# %heading%

What it can do, what it cannot, and what it needs

[Name, office] · as of [date]

Note:
**Say.** [Name the system or unit, who asked for this briefing, and what they want to do with the answer.]

**Before you start.** Everything in square brackets is there to be replaced. A figure without a source and a date does not belong on a slide.

---

<!-- .slide: id="bluf" data-timing="120" -->

## Bottom line

- **It can:** [the one thing to remember]
- **It cannot:** [the limit that matters most] <!-- .element: class="fragment" -->
- **It needs:** [what it depends on] <!-- .element: class="fragment" -->
- **Ready:** [how much of it, from when] <!-- .element: class="fragment" -->
- **We are [very, fairly, not very] sure,** because [reason] <!-- .element: class="fragment" -->

Note:
**Say.** [These five lines are the briefing. The rest is proof.]

**Why it matters.** [Which decision or plan rests on this.]

---

<!-- .slide: id="purpose" data-timing="60" -->

## What it is for

::: columns
::: column
### The task

- [What has to be possible]
- [Against what, in which conditions]
- [How long, how often]
:::
::: column
### How it is met

- [What the system or unit does]
- [With what, in which numbers]
- [Together with whom]
:::
:::

Note:
**Say.** [Begin with the task. A capability is an answer; say what the question is.]

---

<!-- .slide: id="figures" data-timing="120" -->

## Figures, as published

| Measure | Figure | Holds when | As of |
| --- | ---: | --- | --- |
| [Range] | [figure, unit] | [condition] | [date] |
| [Endurance] | [figure, unit] | [condition] | [date] |
| [Payload] | [figure, unit] | [condition] | [date] |
| [Crew] | [figure] | [condition] | [date] |
| [Number held] | [figure] | [counted how] | [date] |

Source: [source, date] · [source, date] <!-- .element: class="source" -->

Note:
**Say.** [Point at the third column: a figure holds only under its condition. Read out the one that is most often quoted wrongly.]

**Caveat.** [Which figures are estimates. Keep the word “about” where the source has it.]

---

<!-- .slide: id="strengths" data-timing="60" -->

## Strengths

1. **[Strength]:** [what follows from it]
2. **[Strength]:** [what follows from it] <!-- .element: class="fragment" -->
3. **[Strength]:** [what follows from it] <!-- .element: class="fragment" -->

Note:
**Say.** [One sentence each. For each, say when it was last shown, and by whom.]

--

<!-- .slide: id="limits" data-timing="90" -->

## Limits

1. **[Limit]:** [what is not possible because of it]
2. **[Limit]:** [what is not possible because of it] <!-- .element: class="fragment" -->
3. **[Limit]:** [what is not possible because of it] <!-- .element: class="fragment" -->

Note:
**Say.** [Be as exact here as with the strengths. A limit that is left out comes back in the plan.]

--

<!-- .slide: id="dependencies" data-timing="60" -->

## What it depends on

| It needs | From | If it is missing |
| --- | --- | --- |
| [Base, port, site] | [whom] | [effect] |
| [Supply] | [whom] | [effect] |
| [Data, communications] | [whom] | [effect] |
| [Trained people] | [whom] | [effect] |

Note:
**Say.** [Name the dependency that would fail first.]

---

<!-- .slide: id="comparison" data-timing="90" -->

## Compared with [what it is measured against]

| Measure | [This one] | [The other] | Can be compared? |
| --- | ---: | ---: | --- |
| [Measure] | [figure] | [figure] | [yes] |
| [Measure] | [figure] | [figure] | [no: measured differently] |
| [Measure] | [figure] | [figure] | [in part] |

Source: [source, date] · [source, date] <!-- .element: class="source" -->

Note:
**Say.** [Read the last column first. Do not halve or double a figure to make two of them fit.]

---

<!-- .slide: id="readiness" data-timing="90" -->

## Ready now, and later

::: columns
::: column
### Today

- Held: [number]
- Ready: [number], [by which count]
- Trained crews: [number]
:::
::: column
### By [date]

- Held: [number]
- Ready: [number], if [condition]
- Trained crews: [number]
:::
:::

Source: [source, date] <!-- .element: class="source" -->

Note:
**Say.** [Held is not ready, and ready is not there. Say which of the three each figure is.]

---

<!-- .slide: id="milestones" data-timing="60" -->

## Milestones

| When | What | Depends on |
| --- | --- | --- |
| [Date] | [Milestone] | [condition] |
| [Date] | [Milestone] | [condition] |
| [Date] | [Milestone] | [condition] |

Note:
**Say.** [Which of these dates has moved before, and why.]

---

<!-- .slide: id="unknown" data-timing="60" -->

## What we do not know

- [Question]: [who could answer it, by when]
- [Question]: [who could answer it, by when]
- [Question]: [cannot be known; we assume that …]

Note:
**Say.** [This slide earns the trust for the others. Do not rush it.]

---

<!-- .slide: id="so-what" data-timing="60" -->

## What follows from it

**[What the listeners should do, plan or stop, in one sentence]**

- [First consequence]
- [Second consequence]

Note:
**Say.** [Come back to the bottom line, and to the person who asked.]

---

<!-- .slide: id="backup" data-visibility="hidden" -->

## Backup: how the figures were made

| Figure | Published as | Shown as | Why |
| --- | --- | --- | --- |
| [Figure] | [as in the source] | [as on the slide] | [conversion, rounding] |
| [Figure] | [as in the source] | [as on the slide] | [conversion, rounding] |

Note:
This slide is hidden from the audience. Show it when somebody converts the units and finds a difference.
`,
};
