/**
 * Undoes percent encoding (`%20` is a space, RFC 3986 section 2.1). Text that is not well encoded stands for itself:
 * addresses of the web often carry a lone `%`.
 */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
