/** Plain text in lines of mail length that a reader joins again: format=flowed, RFC 3676. */

/** Characters of text a line holds, before the space that says "goes on". RFC 3676 asks for at most 78 in all. */
const WIDTH = 72;
/** A word longer than this is broken even in ASCII; RFC 5322 allows 998 octets a line. */
const LONGEST_WORD = 900;

export interface Flowed {
  readonly text: string;
  /** True when lines were also broken where no space stands (Chinese, Thai): the `delsp=yes` of RFC 3676. */
  readonly deleteSpace: boolean;
}

/** Wraps each line of `text`; lines that begin with `> ` are quotations and stay so on each of their lines. */
export function flow(text: string): Flowed {
  const lines = text.split(/\r\n|\r|\n/).map((line) => {
    const quoted = line.startsWith('> ');
    return { quoted, pieces: wrap((quoted ? line.slice(2) : line).trimEnd()) };
  });
  const deleteSpace = lines.some(({ pieces }) => pieces.slice(0, -1).some((piece) => !piece.endsWith(' ')));
  const soft = deleteSpace ? ' ' : '';
  return {
    deleteSpace,
    text: lines.map(({ quoted, pieces }) => pieces.map((piece, i) => {
      const line = i < pieces.length - 1 ? piece + soft : piece;
      // Space-stuffing: a line must not look like a quotation or a mailbox's "From " when it is none.
      return quoted ? `> ${line}` : /^(?: |>|From )/.test(line) ? ` ${line}` : line;
    }).join('\r\n')).join('\r\n'),
  };
}

/** Pieces that join to the line again. Each but the last ends in a space, or in the middle of a word too long for a line. */
function wrap(line: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const word of line.match(/[^ ]* *|^ +/g) ?? []) {
    for (const [i, part] of breakWord(word).entries()) {
      if (i > 0 || (piece && piece.length + part.trimEnd().length > WIDTH)) {
        pieces.push(piece);
        piece = '';
      }
      piece += part;
    }
  }
  if (piece || pieces.length === 0) pieces.push(piece);
  return pieces;
}

function breakWord(word: string): string[] {
  // oxlint-disable-next-line no-control-regex -- the ASCII range is what is asked about
  const most = /^[\u0000-\u007f]*$/.test(word) ? LONGEST_WORD : WIDTH / 2;
  if (word.length <= most) return [word];
  const parts: string[] = [];
  let part = '';
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    if (part && part.length + segment.length > most && segment !== ' ') {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}
