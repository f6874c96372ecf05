/** What a script is made of, for the editor: lines with a speaker, cues, sound; pauses; emphasis and how a word is spoken. */
import { Mark, mergeAttributes, Node } from '@tiptap/core';

/** Tells who speaks, and who may: the chip at a line's beginning. */
export interface SpeakerWords {
  nobody: string;
  change: string;
}

export const lineOf = (words: SpeakerWords, next: (speaker: string) => string) =>
  Node.create({
    name: 'line',
    group: 'block',
    content: 'inline*',
    priority: 1000,
    addAttributes: () => ({
      speaker: { default: '', parseHTML: (element) => element.getAttribute('data-speaker') ?? '' },
    }),
    parseHTML: () => ['p', 'div', 'li', 'td', 'h1', 'h2', 'h3', 'h4', 'blockquote', 'pre'].map((tag) => ({ tag })),
    renderHTML: ({ node, HTMLAttributes }) => [
      'p',
      mergeAttributes({ 'data-speaker': node.attrs.speaker }, { dir: HTMLAttributes.dir }),
      0,
    ],
    addNodeView:
      () =>
      ({ node, editor, getPos }) => {
        const dom = document.createElement('div');
        dom.dataset.block = 'line';
        const chip = document.createElement('button');
        chip.type = 'button';
        chip.contentEditable = 'false';
        chip.tabIndex = -1;
        const contentDOM = document.createElement('p');
        contentDOM.dir = 'auto';
        dom.append(chip, contentDOM);
        let now = node;
        const show = () => {
          chip.textContent = now.attrs.speaker || words.nobody;
          chip.title = words.change;
          chip.toggleAttribute('data-nobody', now.attrs.speaker === '');
        };
        show();
        chip.addEventListener('mousedown', (event) => event.preventDefault());
        chip.addEventListener('click', () => {
          const at = getPos();
          if (!editor.isEditable || at === undefined) return;
          const speaker = next(now.attrs.speaker);
          editor.view.dispatch(editor.state.tr.setNodeMarkup(at, undefined, { ...now.attrs, speaker }));
        });
        return {
          dom,
          contentDOM,
          update(fresh) {
            if (fresh.type !== now.type) return false;
            now = fresh;
            show();
            return true;
          },
          ignoreMutation: (change) => change.type !== 'selection' && !contentDOM.contains(change.target),
        };
      },
  });

const studioNode = (name: 'cue' | 'sound') =>
  Node.create({
    name,
    group: 'block',
    content: 'inline*',
    parseHTML: () => [{ tag: `p[data-${name}]`, priority: 1100 }],
    renderHTML: () => ['p', { [`data-${name}`]: '', 'data-block': name, dir: 'auto' }, 0],
  });

export const CueNode = studioNode('cue');
export const SoundNode = studioNode('sound');

export const PauseNode = Node.create({
  name: 'pause',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({
    ms: { default: 1000, parseHTML: (element) => Number(element.getAttribute('data-pause')) || 1000 },
  }),
  parseHTML: () => [{ tag: 'span[data-pause]' }],
  renderHTML: ({ node }) => ['span', { 'data-pause': node.attrs.ms }, `‖ ${Number(node.attrs.ms) / 1000}`],
});

export const EmphasisMark = Mark.create({
  name: 'emphasis',
  parseHTML: () => [
    { tag: 'strong' },
    { tag: 'b', getAttrs: (element) => (element.style.fontWeight === 'normal' ? false : null) },
    { style: 'font-weight', getAttrs: (value) => (/^(bold(er)?|[6-9]\d\d)$/.test(value) ? null : false) },
  ],
  renderHTML: () => ['strong', 0],
  addKeyboardShortcuts() {
    return { 'Mod-b': () => this.editor.commands.toggleMark(this.name) };
  },
});

export const PhoneticMark = Mark.create({
  name: 'phonetic',
  inclusive: false,
  addAttributes: () => ({ say: { default: '', parseHTML: (element) => element.getAttribute('data-say') ?? '' } }),
  parseHTML: () => [{ tag: 'span[data-say]' }],
  renderHTML: ({ mark }) => ['span', { 'data-say': mark.attrs.say, title: mark.attrs.say }, 0],
});
