/** A text card as the display page draws it: words as large as the panel allows, and only the first of several pages. */
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { layText, type Page, sizesOn } from '../../../../../electron/domain/card-text';
import css from './Preview.module.css';

interface CardProps {
  tone: 'emergency' | 'notice';
  /** What stands in its band. */
  label: string;
  title: string;
  body: string;
}

export function Card({ tone, label, title, body }: CardProps) {
  const card = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const count = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const pages = lay(card, text, words, body);
    if (count.current) count.current.textContent = pages > 1 ? `1 / ${pages}` : '';
  });
  return (
    <div ref={card} className={`${css.card} ${css[tone]}`}>
      <div className={css.label}>{label}</div>
      <div ref={text} className={css.text}>
        <div className={css.title}>{title}</div>
        <div ref={words} className={css.body} />
      </div>
      <div ref={count} className={css.count} />
    </div>
  );
}

type Part = RefObject<HTMLDivElement | null>;

/** Fills in the words by trying sizes on the card itself. Answers the number of pages. */
function lay({ current: card }: Part, { current: text }: Part, { current: words }: Part, body: string): number {
  if (!card || !text || !words) return 0;
  const fits = (page: Page, size: number) => {
    words.textContent = page.body;
    words.hidden = page.body === '';
    text.style.fontSize = `${size}px`;
    return text.scrollHeight <= text.clientHeight && text.scrollWidth <= text.clientWidth;
  };
  text.dataset.measuring = '';
  const { size, pages } = layText(body, fits, sizesOn(card.clientWidth, card.clientHeight));
  delete text.dataset.measuring;
  const [first] = pages;
  if (first) fits(first, size);
  return pages.length;
}
