/** Waiting for something to become true in a browser: the one place that polls. */

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

/**
 * Asks again every 50 ms until the answer is neither false, undefined nor null, and returns it. A question that throws counts as "not yet",
 * and so does one that a browser leaves unanswered for eight seconds (a tab that is being swapped may never answer).
 * @param what names the condition in the error
 * @throws when `ms` milliseconds have passed, with the last answer or error
 */
export async function until<T>(
  what: string, question: () => T | Promise<T>, ms = 10_000,
): Promise<Exclude<T, false | undefined | null>> {
  const end = Date.now() + ms;
  let last: unknown;
  for (;;) {
    try {
      const answer = await within('an answer', Math.max(1_000, Math.min(8_000, end - Date.now())), Promise.resolve(question()));
      if (answer !== false && answer !== undefined && answer !== null) return answer as Exclude<T, false | undefined | null>;
      last = answer;
    } catch (fault) {
      last = fault;
    }
    if (Date.now() > end) throw new Error(`waited ${ms} ms for: ${what}; last answer: ${String(last)}`);
    await sleep(50);
  }
}

/** The promise, or an error naming `what` when it takes longer than `ms` milliseconds. */
export async function within<T>(what: string, ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => { reject(new Error(`${what} took longer than ${ms} ms`)); }, ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
