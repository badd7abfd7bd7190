import * as ts from 'typescript';

/**
 * An ES module as esbuild writes it, as a CommonJS one that takes what it imports once, where it is
 * loaded. esbuild's own form makes two functions for each name and asks through both whenever it is
 * used, for the sake of names that are given another value later; those of a bundle never are.
 */
export function asCommonJs(text: string): string {
  const file = ts.createSourceFile('module.mjs', text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  const imports: string[] = [];
  const exports: string[] = [];
  let code = text;
  for (const statement of [...file.statements].reverse()) {
    if (ts.isImportDeclaration(statement)) {
      imports.unshift(required(statement));
    } else if (ts.isExportDeclaration(statement) && !statement.moduleSpecifier) {
      exports.unshift(...pairs((statement.exportClause as ts.NamedExports).elements, ({ name, propertyName }) => [name, propertyName]));
    } else {
      continue;
    }
    code = code.slice(0, statement.getStart()) + code.slice(statement.end);
  }
  return [...imports, code, ...exports.length ? [`module.exports={${exports.join(',')}};`] : []].join('\n');
}

function required({ importClause, moduleSpecifier }: ts.ImportDeclaration): string {
  const call = `require(${moduleSpecifier.getText()})`;
  const named = importClause?.namedBindings;
  if (importClause?.name || (named && ts.isNamespaceImport(named))) {
    // what Node.js itself has, and projen, are CommonJS: their default is what they export
    return `const ${(importClause.name ?? (named as ts.NamespaceImport).name).text}=${call};`;
  }
  return named ? `const{${pairs((named as ts.NamedImports).elements, ({ name, propertyName }) => [propertyName ?? name, name]).join(',')}}=${call};` : `${call};`;
}

function pairs<T>(elements: Iterable<T>, names: (element: T) => [ts.ModuleExportName, ts.ModuleExportName | undefined]): string[] {
  return Array.from(elements, names).map(([outer, inner]) => inner && inner.text !== outer.text ? `${outer.text}:${inner.text}` : outer.text);
}
