/** Waiting for something long in a page, and what it takes meanwhile. */
import { execFileSync } from 'node:child_process';

/** Waits until something is there, in short questions: a driver's call may not last more than three minutes. */
export async function appears(page, selector, seconds) {
  const end = Date.now() + seconds * 1000;
  while (!await page.$(selector)) {
    if (Date.now() > end) throw new Error(`${selector} did not appear within ${seconds} s`);
    await new Promise((done) => { setTimeout(done, 250); });
  }
}

/** Resident memory of the process that shows our pages, in bytes. */
export function memoryOf(browserPid) {
  const lines = execFileSync('ps', ['-eo', 'pid,ppid,rss,args'], { encoding: 'utf8', maxBuffer: 64_000_000 }).split('\n').map((line) => /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line)).filter(Boolean);
  const parents = new Map(lines.map(([, pid, parent]) => [Number(pid), Number(parent)]));
  const ours = (pid) => { for (let at = pid; at > 1; at = parents.get(at) ?? 0) if (at === browserPid) return true; return false; };
  return Math.max(0, ...lines.filter(([, pid, , , args]) => /--type=renderer/.test(args) && /--extension-process/.test(args) && ours(Number(pid))).map(([, , , rss]) => Number(rss) * 1024));
}

/** What a doing takes: seconds, and the most memory above what there was before it, in its first half and in its second. */
export async function watched(page, doing) {
  const pid = page.browser().process().pid;
  const idle = memoryOf(pid);
  const seen = [];
  const watching = setInterval(() => { seen.push(memoryOf(pid) - idle); }, 500);
  const start = performance.now();
  try {
    await doing();
  } finally {
    clearInterval(watching);
  }
  const half = Math.ceil(seen.length / 2);
  return { seconds: (performance.now() - start) / 1000, bytes: Math.max(0, ...seen), firstHalf: Math.max(0, ...seen.slice(0, half)), secondHalf: Math.max(0, ...seen.slice(half)) };
}
