import type { Template } from './template.ts';

export const afterAction: Template = {
  name: 'after-action',
  label: 'Exercise after-action',
  summary: 'Objectives against results, what to keep, what to change, and who changes it by when.',
  placeholder: '[Name of the exercise]',
  source: `---
title: %title%
subtitle: After-action review
author: "[Name, office]"
date: "[Date]"
lang: en
theme: lectern-light
minutes: 20
footer: "[Office] · after-action review"
# What the findings rest on: logs, observers' sheets, the written comments of those who took part.
sources:
  log:
    text: "[Exercise log]"
    date: "[Date]"
  observers:
    text: "[Observers’ sheets]"
    date: "[Date]"
---

<!-- .slide: id="title" data-timing="30" -->

# %heading%

After-action review

[Place, dates of the exercise] · reviewed [date]

Note:
**Say.** [Thank those who took part. This is about what happened and why, not about who.]

**Before you start.** Everything in square brackets is there to be replaced. One finding for each slide; two are two slides.

---

<!-- .slide: id="bluf" data-timing="120" -->

## Bottom line

- **Aim:** [met, met in part, not met]
- **Keep:** [the one thing that worked and must stay] <!-- .element: class="fragment" -->
- **Change:** [the one thing that must not happen again] <!-- .element: class="fragment" -->
- **Decide:** [what this room has to agree on today] <!-- .element: class="fragment" -->

Note:
**Say.** [Give the result first. People who know it listen better to the reasons.]

---

<!-- .slide: id="exercise" data-timing="60" -->

## The exercise in one view

| | |
| --- | --- |
| Aim | [in one sentence] |
| When, where | [dates, place] |
| Who | [units, numbers, partners] |
| Scenario | [in one sentence] |
| Not exercised | [what was left out on purpose] |

Note:
**Say.** [Only as much as is needed to understand the findings.]

--

<!-- .slide: id="phases" data-timing="60" -->

## What happened, in order

1. **[Time]:** [phase or event]
2. **[Time]:** [phase or event]
3. **[Time]:** [phase or event]
4. **[Time]:** [end of the exercise]

Source: [exercise log, date] <!-- .element: class="source" -->

Note:
**Say.** [Agree on what happened before you talk about why. Ask whether anybody saw it otherwise.]

---

<!-- .slide: id="objectives" data-timing="180" -->

## Objectives and results

| Objective | Standard | Result | Met |
| --- | --- | --- | --- |
| [Objective 1] | [what was to be reached] | [what was reached] | [yes] |
| [Objective 2] | [what was to be reached] | [what was reached] | [in part] |
| [Objective 3] | [what was to be reached] | [what was reached] | [no] |
| [Objective 4] | [what was to be reached] | [not tried] | [not tried] |

Source: [observers’ sheets, date] <!-- .element: class="source" -->

Note:
**Say.** [Standard and result side by side, in figures where there are any. “Not tried” is a result, too.]

**Caveat.** [What could not be measured, and why.]

---

<!-- .slide: id="keep-change" data-timing="120" -->

## What to keep, what to change

::: columns
::: column
### Keep

- [What worked, and why]
- [What worked, and why] <!-- .element: class="fragment" -->
- [What worked, and why] <!-- .element: class="fragment" -->
:::
::: column
### Change

- [What did not, and why]
- [What did not, and why] <!-- .element: class="fragment" -->
- [What did not, and why] <!-- .element: class="fragment" -->
:::
:::

Note:
**Say.** [As many on the left as on the right. What worked by luck belongs on the right.]

---

<!-- .slide: id="finding-1" data-timing="120" -->

## Finding 1: [as a sentence]

- **Planned:** [what should have happened]
- **Happened:** [what did happen, with time and place]
- **Why:** [the cause, not the person]
- **Do:** [what changes, who, by when] <!-- .element: class="fragment" -->

Source: [log entry, observer’s sheet] <!-- .element: class="source" -->

Note:
**Say.** [Let those who were there tell it, then give the cause as you see it.]

**Ask.** [Would it have happened with other people in the same place? Then it is the procedure.]

--

<!-- .slide: id="finding-2" data-timing="120" -->

## Finding 2: [as a sentence]

- **Planned:** [what should have happened]
- **Happened:** [what did happen, with time and place]
- **Why:** [the cause, not the person]
- **Do:** [what changes, who, by when] <!-- .element: class="fragment" -->

Source: [log entry, observer’s sheet] <!-- .element: class="source" -->

Note:
**Say.** [As with the first. Duplicate this slide for each further finding.]

--

<!-- .slide: id="finding-3" data-timing="120" -->

## Finding 3: [as a sentence]

- **Planned:** [what should have happened]
- **Happened:** [what did happen, with time and place]
- **Why it worked:** [the cause]
- **Do:** [how it becomes the rule] <!-- .element: class="fragment" -->

Source: [log entry, observer’s sheet] <!-- .element: class="source" -->

Note:
**Say.** [At least one finding is a good one. Say how it gets into the procedures.]

---

<!-- .slide: id="actions" data-timing="150" -->

## From findings to actions

| Finding | Action | Who | By | Checked by |
| --- | --- | --- | --- | --- |
| 1 | [what will be different] | [office] | [date] | [how it is tested] |
| 2 | [what will be different] | [office] | [date] | [how it is tested] |
| 3 | [what will be different] | [office] | [date] | [how it is tested] |

Note:
**Say.** [Read out the names and the dates, and wait for a nod to each. An action without a name is a wish.]

---

<!-- .slide: id="resources" data-timing="60" -->

## What it took

::: columns
::: column
### Used

- People, days: [figure]
- Money: [figure]
- Material: [figure]
:::
::: column
### Next time

- [What could be left out]
- [What was missing]
- [What to ask for early]
:::
:::

Source: [source, date] <!-- .element: class="source" -->

Note:
**Say.** [Planned against used, if the two differ by much.]

---

<!-- .slide: id="way-ahead" data-timing="60" -->

## Way ahead

- Written report: **[date]**, to [whom]
- Actions reviewed: **[date]**, by [whom]
- Next exercise: **[date]**, with findings [numbers] tested again

Note:
**Say.** [Close with the date on which you will say what became of the actions.]

---

<!-- .slide: id="backup" data-visibility="hidden" -->

## Backup: what those who took part wrote

> [Comment, in their own words]

> [Comment, in their own words]

Source: [written comments, date] <!-- .element: class="source" -->

Note:
This slide is hidden from the audience. Quote only with consent, and never with a name.
`,
};
