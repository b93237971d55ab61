/** A file handed to the browser's downloads. Must be called from a click. */
export function download(name: string, parts: readonly BlobPart[], type: string): void {
  const url = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the file after the click; an hour is more than any question about where to put it takes.
  setTimeout(() => { URL.revokeObjectURL(url); }, 3_600_000);
}
