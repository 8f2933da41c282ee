// A check of `npm run check`: every rule of docs/SPEC.md is cited by the title of a test, and no title cites a rule that is not there.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { root } from './root.mjs';

const SPEC = 'docs/SPEC.md';
const CITED = /\[([A-Z]{2,6}-\d+)\]/g;
const TITLED = new Set(['test', 'it', 'describe', 'property']);
const PASSED_BY = new Set(['node_modules', 'dist', 'data', '.git', '.cache']);

/**
 * @param {string} text of docs/SPEC.md
 * @returns {string[]} the ids of its rules: first cells of its tables
 */
export function rulesOf(text) {
  return [...text.matchAll(/^\| ([A-Z]{2,6}-\d+)\s+\|/gm)].map(([, id]) => String(id));
}

/**
 * @param {string} text of a TypeScript file
 * @returns {string[]} the rule ids that titles of its tests and groups cite
 */
export function rulesCitedIn(text) {
  const file = ts.createSourceFile('test.ts', text, ts.ScriptTarget.Latest);
  /** @type {string[]} */
  const cited = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    const [title] = ts.isCallExpression(node) && isTest(node.expression) ? node.arguments : [];
    if (title && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title))) {
      for (const [, id] of title.getText(file).matchAll(CITED)) cited.push(String(id));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return cited;
}

/**
 * @param {ts.Expression} callee `test`, `test.only`, `test.each(…)`, `test.prop(…)` …
 * @returns {boolean}
 */
function isTest(callee) {
  if (ts.isIdentifier(callee)) return TITLED.has(callee.text);
  return (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee)) && isTest(callee.expression);
}

/**
 * @param {string[]} rules of the specification
 * @param {{ path: string, cited: string[] }[]} files
 * @returns {string[]} what is wrong, a sentence each
 */
export function compareRules(rules, files) {
  const cited = new Set(files.flatMap((file) => file.cited));
  const unproven = rules.filter((id) => !cited.has(id)).map((id) => `${id} of ${SPEC} is cited by no test`);
  const unknown = files.flatMap(({ path, cited: ids }) =>
    [...new Set(ids)].filter((id) => !rules.includes(id)).map((id) => `${path} cites ${id}, which is not in ${SPEC}`),
  );
  const twice = rules.filter((id, index) => rules.indexOf(id) !== index).map((id) => `${id} is twice in ${SPEC}`);
  return [...unproven, ...unknown, ...twice];
}

/**
 * @param {string} folder
 * @returns {string[]} the files below it that hold tests: those that import the test runner
 */
function testFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (PASSED_BY.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return testFiles(path);
    return entry.name.endsWith('.ts') && /from '(vitest|@fast-check\/vitest)'/.test(readFileSync(path, 'utf8'))
      ? [path]
      : [];
  });
}

function check() {
  const rules = rulesOf(readFileSync(join(root, SPEC), 'utf8'));
  const files = testFiles(root).map((path) => ({
    path: relative(root, path),
    cited: rulesCitedIn(readFileSync(path, 'utf8')),
  }));
  const wrong = compareRules(rules, files);
  for (const sentence of wrong) console.log(sentence);
  if (wrong.length === 0) console.log(`${rules.length} rules, each cited by a test`);
  return wrong.length === 0 ? 0 : 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = check();
