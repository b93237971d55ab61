/** The campaign's loop, inside the browser: documents are made, read by the shipped bundle, and looked at again. */
import { cuts, damaged } from './damage.mjs';
import { sized } from './sizes.mjs';

/** Reads one document. `failed` is the answer that only an exception gives. */
export function look(doc, url, insist) {
  const before = doc.documentElement?.outerHTML;
  const started = performance.now();
  let answer;
  let fault;
  try {
    answer = globalThis.passalongContent.extract(doc, url, { insist });
  } catch (thrown) {
    fault = String(thrown?.stack ?? thrown);
  }
  const ms = performance.now() - started;
  return { ms, answer, fault: fault ?? (answer && !answer.ok && answer.reason === 'failed' ? 'failed' : undefined), changed: doc.documentElement?.outerHTML !== before };
}

const parse = (html) => new DOMParser().parseFromString(html, 'text/html');

/** A page cut off at many places. Answers how many were read, the slowest, and what went wrong. */
function truncated(html, url, count, seed) {
  const out = { read: 0, slowest: 0, at: 0, wrong: [] };
  for (const [n, at] of cuts(html.length, count, seed).entries()) {
    const { ms, fault, changed } = look(parse(html.slice(0, at)), url, n % 2 === 0);
    out.read += 1;
    if (ms > out.slowest) [out.slowest, out.at] = [ms, at];
    if (fault || changed) out.wrong.push(`cut at ${at}: ${fault ?? 'the page was changed'}`);
  }
  return out;
}

function broken(html, url, seed) {
  const { html: page, done } = damaged(html, seed);
  const { ms, fault, changed } = look(parse(page), url, seed % 2 === 0);
  return { ms, done, wrong: fault || changed ? `${done} (seed ${seed}): ${fault ?? 'the page was changed'}` : undefined };
}

/** One page of a shape and size, read three times; the quickest counts. */
function measured(shape, bytes) {
  const doc = sized(shape, bytes, parse);
  const runs = Array.from({ length: bytes > 5_000_000 ? 2 : 3 }, () => look(doc, 'https://sizes.example/long/story', false));
  const { answer, fault } = runs[0];
  return { ms: Math.min(...runs.map(({ ms }) => ms)), fault, answer: answer?.ok ? 'article' : answer?.reason, words: answer?.ok ? answer.article.wordCount : 0, elements: doc.getElementsByTagName('*').length };
}

/** Is there an article? The quick look alone, on a fresh document. */
function glanced(html, url) {
  const doc = parse(html);
  const started = performance.now();
  const reason = globalThis.passalongContent.glance(doc, url) ?? 'article';
  return { reason, ms: performance.now() - started };
}

globalThis.robustness = { look, glanced, truncated, broken, measured };
