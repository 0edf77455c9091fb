import type { Template } from './template.ts';

export const blank: Template = {
  name: 'blank',
  label: 'Blank',
  summary: 'A title and one slide, with room for notes.',
  placeholder: '[Title]',
  source: `---
title: %title%
author: "[Name, office]"
lang: en
theme: lectern-dark
minutes: 10
---

<!-- .slide: id="title" data-timing="30" -->

# %heading%

[What this is about, in one line]

Note:
**Say.** [Who you are, what this is about, and what you want at the end.]

---

## [One message, as a sentence]

- [First point]
- [Second point]
- [Third point]

Note:
**Say.** [What the slide does not say: why it is so, and what follows from it.]
`,
};
