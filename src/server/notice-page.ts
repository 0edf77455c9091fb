/** A page of one heading and one paragraph, without script, for what the app itself cannot say. */
export function noticePage(heading: string, text: string, head = ''): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(heading)} – Lectern</title>
${head}<style>body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 20vh auto; padding: 0 1.5rem }</style>
</head>
<body>
<main>
<h1>${escape(heading)}</h1>
<p>${escape(text)}</p>
</main>
</body>
</html>
`;
}

/** Sends the reader on to the app; used where a redirect would count as coming from another site. */
export const enterPage = noticePage(
  'Opening Lectern…',
  'If nothing happens, reload this page.',
  '<meta http-equiv="refresh" content="0; url=/">\n',
);

export const linkUsedPage = noticePage(
  'This link has been used',
  'A start link of Lectern works once. Go back to the window that it opened, or stop Lectern with Ctrl-C, start it again with “lectern serve” and open the new link.',
);

export const noAccessPage = noticePage(
  'Lectern is running, but not for this window',
  'Open the link that Lectern printed when it started. If it has been used already, stop Lectern with Ctrl-C, start it again with “lectern serve” and open the new link.',
);

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
