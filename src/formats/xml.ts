/** Text and addresses as XML writes them. */

/** A web or mail address as RFC 3986 writes it, which is narrower than what browsers let stand. */
export function webUri(address: string): string | undefined {
  const parsed = URL.parse(address.trim());
  if (!parsed || !/^(?:https?|mailto):$/.test(parsed.protocol)) return undefined;
  if (parsed.protocol !== 'mailto:' && !/^(?:[\w.-]+|\[[\da-f:.]+\])$/i.test(parsed.hostname)) return undefined;
  const [before, ...fragment] = parsed.href.split('#');
  const origin = parsed.protocol === 'mailto:' ? 'mailto:' : /^https?:\/\/[^/?#]*/.exec(before!)![0];
  const safe = (text: string): string => text.replace(/%(?![\da-f]{2})/gi, '%25').replace(/[^\w\-.~:/?@!$&'()*+,;=%]/g, encodeURIComponent);
  return origin + safe(before!.slice(origin.length)) + (fragment.length ? `#${safe(fragment.join('%23'))}` : '');
}

/** Text for XML: marks escaped, and without the characters XML 1.0 can't write. */
export function escapeXml(text: string): string {
  // oxlint-disable-next-line no-control-regex -- the characters that XML 1.0 leaves out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffe\uffff]|\p{Cs}/gu, '').replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark]!);
}
