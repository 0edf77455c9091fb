import type { Template } from './template.ts';

export const decisionBrief: Template = {
  name: 'decision-brief',
  label: 'Decision brief',
  summary: 'Asks for one decision: the bottom line up front, then options, risks and the way ahead.',
  placeholder: '[Subject of the decision]',
  source: `---
title: %title%
subtitle: Decision brief
author: "[Name, office]"
date: "[Date]"
lang: en
theme: lectern-dark
minutes: 15
footer: "[Office] · draft for decision"
# What the figures and statements rest on. Name each source once here, and quote it at the foot of the slides.
sources:
  first-source:
    text: "[Author, title]"
    date: "[Date]"
  second-source:
    text: "[Author, title]"
    date: "[Date]"
---

<!-- .slide: id="title" data-timing="30" -->

# %heading%

Decision brief for [decision maker]

[Name, office] · [date]

Note:
**Say.** [Greet, name the subject, and say at once that you are asking for a decision.] We need [minutes] minutes; the last five are yours.

**Before you start.** Everything in square brackets is there to be replaced. Delete what you do not need: a decision brief is as short as the decision allows.

---

<!-- .slide: id="bluf" data-timing="120" -->

## Bottom line

- **Decision wanted:** [what, by when]
- **We recommend:** [the option, in one line]
- **Because:** [the one reason that decides it] <!-- .element: class="fragment" -->
- **It costs:** [money, people, time, what is given up] <!-- .element: class="fragment" -->
- **Without a decision by [date]:** [what happens then] <!-- .element: class="fragment" -->

Note:
**Say.** [Read the first two lines as they stand, then stop. If the decision is taken here, you are done.]

**Why it matters.** [Why now, and why at this level.]

**If asked for the one weakness.** [Say it yourself. It is better heard from you.]

---

<!-- .slide: id="question" data-timing="60" -->

## What is asked, and what is not

::: columns
::: column
### Decide today

- [The one question, as a sentence]
- [What the decision sets in motion]
- [Who acts on it, from when]
:::
::: column
### Not part of it

- [What is decided elsewhere]
- [What can wait, until when]
- [What has been decided already]
:::
:::

Note:
**Say.** [Put a fence around the question, so that the talk stays inside it.]

---

<!-- .slide: id="facts" data-timing="90" -->

## The facts that bear on it

1. [Fact that makes the decision necessary]
2. [Fact that limits what is possible] <!-- .element: class="fragment" -->
3. [Fact that has changed since it was last discussed] <!-- .element: class="fragment" -->
4. [Assumption: what we take as true and cannot show] <!-- .element: class="fragment" -->

Source: [source, date] · [source, date] <!-- .element: class="source" -->

Note:
**Say.** [Facts first, then the assumption, and call it one.]

**Caveat.** [Which of these figures is an estimate, and by how much it may be wrong.]

---

<!-- .slide: id="options" data-timing="150" -->

## Three options against the same criteria

| Criterion | A: [as now] | B: [recommended] | C: [alternative] |
| --- | --- | --- | --- |
| [Meets the aim] | [no, in part, yes] | [no, in part, yes] | [no, in part, yes] |
| Ready by | [date] | [date] | [date] |
| Cost | [amount] | [amount] | [amount] |
| People | [number] | [number] | [number] |
| Main risk | [risk] | [risk] | [risk] |
| Can be undone | [yes, until when] | [yes, until when] | [no] |

Source: [source of the estimates, date] <!-- .element: class="source" -->

Note:
**Say.** [Read the table by rows, not by columns: one criterion at a time. Name the row that decides.]

**Why it matters.** The criteria were set before the options were compared. [Say by whom, and when.]

**If asked about details.** Each option has a slide below this one.

--

<!-- .slide: id="option-a" data-timing="45" -->

## Option A: [go on as now]

- **What it is:** [in one sentence]
- **For it:** [the strongest argument]
- **Against it:** [the strongest argument]
- **First step:** [what, who, when]

Note:
**Say.** [Going on as now is a decision, too. Say what it costs.]

--

<!-- .slide: id="option-b" data-timing="60" -->

## Option B: [recommended]

- **What it is:** [in one sentence]
- **For it:** [the strongest argument]
- **Against it:** [the strongest argument]
- **First step:** [what, who, when]

Note:
**Say.** [Give the strongest argument against your own recommendation, and your answer to it.]

--

<!-- .slide: id="option-c" data-timing="45" -->

## Option C: [alternative]

- **What it is:** [in one sentence]
- **For it:** [the strongest argument]
- **Against it:** [the strongest argument]
- **First step:** [what, who, when]

Note:
**Say.** [When would this be the better choice? Name the condition.]

---

<!-- .slide: id="risks" data-timing="90" -->

## Risks of the recommended option

| Risk | Likely | Effect | What we do about it | Who |
| --- | --- | --- | --- | --- |
| [What may happen] | [low, medium, high] | [on what] | [measure, from when] | [office] |
| [What may happen] | [low, medium, high] | [on what] | [measure, from when] | [office] |
| [What may happen] | [low, medium, high] | [on what] | [measure, from when] | [office] |

**We would come back to you if** [the sign that the decision was wrong].

Note:
**Say.** [Take the worst risk first. Then say what remains after the measures: that remainder is what is being accepted.]

---

<!-- .slide: id="recommendation" data-timing="60" -->

## Recommendation

Approve **option B**: [in one sentence, with the date from which it holds].

- Agreed by: [offices that agree] <!-- .element: class="fragment" -->
- Not agreed by: [offices that do not, and their reason in five words] <!-- .element: class="fragment" -->

Note:
**Say.** [Read the sentence. Then give the dissent in the words of those who dissent.]

---

<!-- .slide: id="way-ahead" data-timing="90" -->

## If you approve

| Step | Who | By |
| --- | --- | --- |
| [Order or letter goes out] | [office] | [date] |
| [First result that can be seen] | [office] | [date] |
| [Report to you] | [office] | [date] |
| [Point after which it cannot be undone] | [office] | [date] |

Note:
**Say.** [What happens tomorrow morning, and when you will report back.]

---

<!-- .slide: id="decision" data-timing="60" -->

## Decision wanted

**[The decision, as the sentence that goes into the record]**

by [date]

Note:
**Say.** [Ask the question and be silent.]

**For the record.** [Approved, approved with changes, not approved; by whom; when; who was there.]

---

<!-- .slide: id="backup" data-visibility="hidden" -->

## Backup: assumptions and sources

| Assumption | If it is wrong | Checked on |
| --- | --- | --- |
| [Assumption] | [what changes] | [date] |
| [Assumption] | [what changes] | [date] |

Source: [source, date] · [source, date] <!-- .element: class="source" -->

Note:
This slide is hidden from the audience. Show it when somebody asks what the figures rest on.
`,
};
