/** A rule that names no article leaves brackets with nothing in them in its sentence: they are not said. */
export const withoutEmptyBrackets = (text: string): string => text.replace(/ ?\(\s*\)/g, '');
