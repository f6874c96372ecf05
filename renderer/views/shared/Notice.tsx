interface NoticeProps {
  title: string;
  words?: string;
  link?: { to: string; words: string };
}

/** What is in the way of the view, in words. */
export function Notice({ title, words, link }: NoticeProps) {
  return (
    <main className="notice" role="status">
      <h1>{title}</h1>
      {words && <p>{words}</p>}
      {link && <a href={link.to}>{link.words}</a>}
    </main>
  );
}
