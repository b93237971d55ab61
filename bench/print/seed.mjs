/** The same numbers every run. @param seed a whole number @returns rolls a die of so many sides, from 0 */
export function withSeed(seed) {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}
