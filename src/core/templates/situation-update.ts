import type { Template } from './template.ts';

export const situationUpdate: Template = {
  name: 'situation-update',
  label: 'Situation update',
  summary: 'What changed since the last time, what it means, and what to watch until the next.',
  placeholder: '[Situation]',
  source: `---
title: %title%
subtitle: Situation update
author: "[Name, office]"
date: "[Date, time, zone]"
lang: en
theme: lectern-dark
minutes: 10
footer: "[Office] · as of [date, time, zone]"
# What the statements rest on, with grades: reliability A to F, credibility 1 to 6.
sources:
  first-report:
    text: "[Who reported it, where]"
    date: "[Date]"
    reliability: F
    credibility: 6
---

<!-- .slide: id="title" data-timing="20" -->

# %heading%

Situation update no. [number]

As of [date, time, zone] · next update [date, time]

Note:
**Say.** [Name the situation and the time that everything on these slides refers to.] What came in later, I will say aloud.

**Before you start.** Everything in square brackets is there to be replaced. Keep the order of the slides from one update to the next: people find what they look for.

---

<!-- .slide: id="bluf" data-timing="80" -->

## Bottom line

- **New:** [the one change that matters]
- **It means:** [our reading, in one line] <!-- .element: class="fragment" -->
- **Next:** [what we expect, by when] <!-- .element: class="fragment" -->
- **Needed from you:** [decision, attention, nothing] <!-- .element: class="fragment" -->

Note:
**Say.** [If nothing changed, say so here and stop after this slide.]

---

<!-- .slide: id="changes" data-timing="80" -->

## Since the last update

| When | What happened | Where | Source |
| --- | --- | --- | --- |
| [Date, time] | [Event, as reported] | [place] | [source, grade] |
| [Date, time] | [Event, as reported] | [place] | [source, grade] |
| [Date, time] | [Event, as reported] | [place] | [source, grade] |

**Corrected since then:** [what the last update had wrong, or “nothing”]

Note:
**Say.** [Only what is new. Give times in one zone.]

**Caveat.** [Which line rests on one source.]

--

<!-- .slide: id="timeline" data-timing="40" -->

## How it came to this

1. **[Date]:** [event]
2. **[Date]:** [event]
3. **[Date]:** [event]
4. **Today:** [event]

Source: [source, date] · [source, date] <!-- .element: class="source" -->

Note:
**Say.** [Show this only if somebody is new to the subject.]

---

<!-- .slide: id="now" data-timing="80" -->

## The situation now

| Who | Where | Doing what | Changed |
| --- | --- | --- | --- |
| [Actor] | [place] | [activity] | [yes, no] |
| [Actor] | [place] | [activity] | [yes, no] |
| [Own side] | [place] | [activity] | [yes, no] |
| [Third party] | [place] | [activity] | [yes, no] |

Source: [source, date] · [source, date] <!-- .element: class="source" -->

Note:
**Say.** [Go down the last column, and speak about the lines that changed.]

---

<!-- .slide: id="assessment" data-timing="110" -->

## What we make of it

::: columns
::: column
### Known

- [Fact, from whom]
- [Fact, from whom]
:::
::: column
### Judged

- [Judgement]: **[likely]**, confidence **[low, medium, high]**
- [Judgement]: **[unlikely]**, confidence **[low, medium, high]**
:::
:::

**We would think otherwise if** [the fact that would change our mind]. <!-- .element: class="fragment" -->

Note:
**Say.** [Left is what was seen. Right is what we think. Do not let the two columns run into each other.]

**Why this confidence.** [Number and kind of sources, and what is missing.]

--

<!-- .slide: id="alternatives" data-timing="40" -->

## Other ways to read it

| Reading | Speaks for it | Speaks against it |
| --- | --- | --- |
| [Ours] | [evidence] | [evidence] |
| [The next best] | [evidence] | [evidence] |
| [The unwelcome one] | [evidence] | [evidence] |

Note:
**Say.** [Have this ready for the question “what if you are wrong?”]

---

<!-- .slide: id="implications" data-timing="60" -->

## What it means for us

- **Now:** [what we do differently from today]
- **In the next [days]:** [what we prepare] <!-- .element: class="fragment" -->
- **Not affected:** [what goes on as planned] <!-- .element: class="fragment" -->

Note:
**Say.** [Who has to act, and whether they know it already.]

---

<!-- .slide: id="watch" data-timing="60" -->

## What to watch

| Sign | Would mean | Seen? |
| --- | --- | --- |
| [Sign] | [reading] | [no] |
| [Sign] | [reading] | [no] |
| [Sign] | [reading] | [in part, since date] |

Note:
**Say.** [Ask those in the room to report these signs, and say to whom.]

---

<!-- .slide: id="gaps" data-timing="30" -->

## What we do not know

- [Question]: asked of [whom], answer by [date]
- [Question]: asked of [whom], answer by [date]

Next update: **[date, time]**, or at once if [event]

Note:
**Say.** [When they will hear from you again, and what would make you call before that.]
`,
};
