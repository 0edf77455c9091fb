/** A deck of `slides` slides of about 500 characters each: text, lists, tables, code, stacks and notes, as briefings have them. */
export function sampleDeck(slides: number): string {
  const bodies = Array.from({ length: slides }, (_, i) => body(i + 1));
  const deck = bodies.map((text, i) => (i === 0 ? text : `\n\n${i % 7 === 3 ? '--' : '---'}\n\n${text}`)).join('');
  return `---\ntitle: A deck of ${slides} slides\nauthor: Benchmark\nlang: en\n---\n\n${deck}\n`;
}

function body(number: number): string {
  const head = `${number % 5 === 0 ? '<!-- .slide: data-timing="60" -->\n' : ''}## Slide ${number}: what the figures say`;
  const notes = `Note: Say what slide ${number} is for, and why it matters to the people in the room. Then pause for questions.`;
  return `${head}\n\n${middle(number)}\n\n${notes}`;
}

function middle(number: number): string {
  switch (number % 4) {
    case 0:
      return [
        '| Year | Total | China | Russia |',
        '| --- | --: | --: | --: |',
        ...[2021, 2022, 2023, 2024].map((year) => `| FY${year} | ${number + year} | ${number * 3} | ${number * 2} |`),
        '',
        'Figures as published each year; the total counts other aircraft too.',
      ].join('\n');
    case 1:
      return Array.from(
        { length: 5 },
        (_, i) =>
          `- Point **${i + 1}** of slide ${number}, with a [link](#/${i}) and *emphasis* <!-- .element: class="fragment" -->`,
      ).join('\n');
    case 2:
      return `\`\`\`js [1|2-3]\nconst slide = ${number};\nconst next = slide + 1;\nconsole.log(\`from \${slide} to \${next}\`, slide * next);\n\`\`\`\n\nThe code above holds a line of dashes and no break:\n\n\`\`\`\n---\n\`\`\`\n\nA paragraph that follows it, long enough to be wrapped once on the slide, and then some more words to fill it.`;
    default:
      return `> A quotation that somebody said about slide ${number}, at some length, so that it fills two lines on the screen.\n\nA paragraph under it with \`code\`, **strong words**, and a footnote.[^1]\n\n1. First\n2. Second, 防衛省\n3. Third\n\n[^1]: The source of slide ${number}, with a date and a page.`;
  }
}
