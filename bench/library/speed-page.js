/* In a page of the extension: a worker, asked one thing after another. */
let worker;
globalThis.start = (script) => { worker?.terminate(); worker = new Worker(script, { type: 'module' }); };
globalThis.ask = (doing, args = {}) => new Promise((resolve, reject) => {
  worker.addEventListener('message', ({ data }) => ('fault' in data ? reject(new Error(data.fault)) : resolve(data.value)), { once: true });
  worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true });
  worker.postMessage({ doing, args });
});
/** Milliseconds from the start of a worker to its first answer. */
globalThis.first = async (script, query) => {
  worker?.terminate();
  await new Promise((resolve) => { setTimeout(resolve, 400); });
  const begun = performance.now();
  globalThis.start(script);
  await globalThis.ask('first', { query });
  return performance.now() - begun;
};
