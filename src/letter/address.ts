/**
 * E-mail addresses as people type them. Non-Latin names and domains are addresses like any other (RFC 6531, IDNA);
 * what is refused can't be one, and each refusal says why so that the form can ask the right question.
 */

export type AddressFault = 'empty' | 'noAt' | 'twoAt' | 'space' | 'noName' | 'noDomain' | 'noDot' | 'dots' | 'character' | 'domain' | 'tooLong';

export type AddressCheck =
  | { readonly ok: true; readonly address: string }
  /** `at`: the piece of the address that the question is about. */
  | { readonly ok: false; readonly fault: AddressFault; readonly at: string };

/** RFC 5321 4.5.3.1, in octets. */
const LOCAL_OCTETS = 64;
const ADDRESS_OCTETS = 254;
/** What a local part may not hold unquoted (RFC 5322 `specials`, which RFC 6531 leaves as they are). */
const SPECIALS = /[()<>[\]:;\\,"]/;
/** Controls, separators and invisible marks of direction, which could make an address look like another. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs}\p{Cs}\p{Co}]/u;

/** Checks one address. Space around it is forgiven; ideographic dots in the domain count as dots. */
export function checkAddress(typed: string): AddressCheck {
  const address = typed.trim().replace(/^mailto:/i, '');
  const fault = (fault: AddressFault, at = ''): AddressCheck => ({ ok: false, fault, at });
  if (!address) return fault('empty');
  const parts = address.split('@');
  if (parts.length > 2) return fault('twoAt');
  if (/\s/.test(address)) return fault('space');
  const strange = SPECIALS.exec(address) ?? UNSEEN.exec(address);
  if (strange) return fault('character', strange[0].trim());
  if (parts.length < 2) return fault('noAt', address);
  const [name = '', rawDomain = ''] = parts;
  const domain = rawDomain.replace(/[\u3002\uff0e\uff61]/g, '.');
  if (!name) return fault('noName', domain);
  if (!domain) return fault('noDomain', name);
  if (/^\.|\.$|\.\./.test(name)) return fault('dots', name);
  if (!domain.includes('.')) return fault('noDot', domain);
  if (/^\.|\.$|\.\./.test(domain)) return fault('dots', domain);
  const ascii = asciiDomain(domain);
  if (ascii === undefined) return fault('domain', domain);
  if (octets(name) > LOCAL_OCTETS || octets(name) + 1 + ascii.length > ADDRESS_OCTETS) return fault('tooLong');
  return { ok: true, address: `${name}@${domain}` };
}

/** The address with its domain in the ASCII form that every mail program knows (`xn--…`). Takes a checked address. */
export function asciiAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  return `${address.slice(0, at)}@${asciiDomain(domain) ?? domain}`;
}

/**
 * Takes apart what people paste: `Marta Lind <marta@example.org>` gives both, a bare address only itself.
 */
export function splitPasted(text: string): { readonly name?: string; readonly email: string } {
  const match = /^\s*"?([^"<>]*?)"?\s*<([^<>]+)>[\s,;]*$/.exec(text);
  if (!match) return { email: text.trim() };
  const name = match[1]?.trim();
  return name ? { name, email: match[2]!.trim() } : { email: match[2]!.trim() };
}

function asciiDomain(domain: string): string | undefined {
  // `%41.org` and `1.2` are hosts to an address parser, but not what anybody types as a mail domain.
  if (/[%/?#:@\\[\]|^`{}_!$&'*+=~]/.test(domain)) return undefined;
  const host = URL.parse(`https://${domain}/`)?.hostname;
  if (!host) return undefined;
  const labels = host.split('.');
  const whole = labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
  return whole && labels.length > 1 && /[a-z]/.test(labels.at(-1)!) ? host : undefined;
}

function octets(text: string): number {
  return new TextEncoder().encode(text).length;
}
