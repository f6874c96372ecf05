/** A text card as it stands on a panel. Its letters are as large as the panel allows; long texts get smaller ones. */
import { useLayoutEffect, useRef } from 'react';
import type { Look } from '../stage';
import css from './Preview.module.css';

interface CardProps {
  look: Look;
  /** What stands in the band: `DARURAT`, `UJI COBA`. */
  band: string;
  title: string;
  body: string;
}

export function Card({ look, band, title, body }: CardProps) {
  const words = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (words.current) fitLetters(words.current);
  });
  return (
    <div className={`${css.card} ${css[look]}`}>
      <div className={css.band}>{band}</div>
      <div ref={words} className={css.words}>
        <div className={css.title}>{title}</div>
        {body && <div className={css.body}>{body}</div>}
      </div>
    </div>
  );
}

const LEAST_PX = 8;
const STEPS = 8;

/** The largest letters, px, at which nothing runs over, found by halving. */
function fitLetters(element: HTMLElement): void {
  let [low, high] = [LEAST_PX, Math.max(LEAST_PX, element.clientHeight * 0.5)];
  for (let step = 0; step < STEPS; step += 1) {
    const size = (low + high) / 2;
    element.style.fontSize = `${size}px`;
    const fits = element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth;
    if (fits) low = size;
    else high = size;
  }
  element.style.fontSize = `${low}px`;
}
