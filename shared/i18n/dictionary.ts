// i18n/ — the one mechanism for words: a dictionary holds the same keys in both languages, checked by the compiler.

/** Languages of the product, the first is the default. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** The same words in each language. A word is a string, or a function where it takes figures. */
export type Dictionary<Words> = Readonly<Record<Language, Words>>;

/** Recursive shape of a dictionary's words: what `en` must offer once `zh-CN` is written. */
type SameShape<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string
    ? string
    : Words[Key] extends (...figures: infer Figures) => string
      ? (...figures: Figures) => string
      : SameShape<Words[Key]>;
};

/** Builds a dictionary; English must have every word that Chinese has, and no other. */
export function dictionary<const Words>(zh: Words, en: SameShape<Words>): Dictionary<SameShape<Words>> {
  // A literal is always assignable to its own widened shape; the compiler cannot see that for a generic.
  return { 'zh-CN': zh as unknown as SameShape<Words>, en };
}

/** True for a language that the product speaks. */
export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}
