/** The name of the `<meta>` element that hands a page its secret. */
export const secretMeta = 'lectern-secret';

/** A page of the app with the secret in its head; a response that is no page stays as it is. */
export async function secretPage(response: Response, secret: string): Promise<Response> {
  if (response.status !== 200 || response.body === null) return response;
  const page = (await response.text()).replace(
    /<head[^>]*>/i,
    (head) => `${head}\n    <meta name="${secretMeta}" content="${secret}" />`,
  );
  return new Response(page, { status: 200, headers: response.headers });
}
