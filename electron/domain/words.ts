/** Whether all words that somebody looks for are in a text, in whatever order. The text is made only where there are any. */
export function wordsOf(search: string): (text: () => string) => boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  return (text) => {
    const lower = text().toLowerCase();
    return words.every((word) => lower.includes(word));
  };
}
