/**
 * What the tests use of GitHub's own workflow engine.
 *
 * The packages are ESM with JSON imports that no supported Node version loads, so this file is only
 * ever read by esbuild (see bundle-validator.ts) and by the type checker.
 */
export { data, DescriptionDictionary, Evaluator, Lexer, Parser } from '@actions/expressions';
export { registerLogger, validate } from '@actions/languageservice';
export {
  convertWorkflowTemplate, isBasicExpression, isBoolean, isMapping, isNumber, isSequence, isString, NoOperationTraceWriter, parseWorkflow,
} from '@actions/workflow-parser';
export { ErrorPolicy } from '@actions/workflow-parser/model/convert';
export { TextDocument } from 'vscode-languageserver-textdocument';
