type Parser = typeof import('@actions/workflow-parser', { with: { 'resolution-mode': 'import' } });
type Expressions = typeof import('@actions/expressions', { with: { 'resolution-mode': 'import' } });

type Guarded<T> = T extends (token: any) => token is infer G ? G : never;

export type Token = NonNullable<ReturnType<Parser['parseWorkflow']>['value']>;
export type ExpressionToken = Guarded<Parser['isBasicExpression']>;
export type Data = ReturnType<InstanceType<Expressions['Evaluator']>['evaluate']>;
export type FunctionDefinition = NonNullable<ConstructorParameters<Expressions['Evaluator']>[2]> extends Map<string, infer F> ? F : never;

/** What is used of GitHub's own workflow parser and expression engine. */
export interface Engine extends
  Pick<Parser, 'parseWorkflow' | 'NoOperationTraceWriter' | 'isMapping' | 'isSequence' | 'isBasicExpression' | 'isString' | 'isNumber' | 'isBoolean'>,
  Pick<Expressions, 'data' | 'Evaluator' | 'Lexer' | 'Parser'> {
}
