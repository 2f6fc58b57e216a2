/** [domain] the names of its operators. */
export type OperatorList = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Operators of the classifiers that skl2onnx writes. None of them loops or makes tensors of arbitrary size.
 */
export const ALLOWED_OPERATORS: OperatorList = new Map([
  [
    '',
    new Set([
      ...['Abs', 'Add', 'And', 'ArgMax', 'ArgMin', 'Cast', 'Clip', 'Concat', 'Constant', 'Div'],
      ...['Equal', 'Erf', 'Exp', 'Flatten', 'Gather', 'Gemm', 'Greater', 'GreaterOrEqual'],
      ...['Identity', 'Less', 'LessOrEqual', 'Log', 'LogSoftmax', 'LpNormalization', 'MatMul'],
      ...['Max', 'Mean', 'Min', 'Mul', 'Neg', 'Not', 'Or', 'Pow', 'Reciprocal', 'ReduceL1'],
      ...['ReduceL2', 'ReduceLogSumExp', 'ReduceMax', 'ReduceMean', 'ReduceMin', 'ReduceSum'],
      ...['ReduceSumSquare', 'Relu', 'Reshape', 'Shape', 'Sigmoid', 'Sign', 'Slice', 'Softmax'],
      ...['Softplus', 'Split', 'Sqrt', 'Squeeze', 'Sub', 'Sum', 'Tanh', 'Transpose', 'Unsqueeze'],
      ...['Where', 'Xor'],
    ]),
  ],
  [
    'ai.onnx.ml',
    new Set([
      ...['ArrayFeatureExtractor', 'Binarizer', 'FeatureVectorizer', 'Imputer', 'LabelEncoder'],
      ...['LinearClassifier', 'LinearRegressor', 'Normalizer', 'SVMClassifier', 'SVMRegressor'],
      ...['Scaler', 'TreeEnsembleClassifier', 'TreeEnsembleRegressor', 'ZipMap'],
    ]),
  ],
]);

/** Operators of marker models, which ktyper itself writes. None of them loops. */
export const MARKER_OPERATORS: OperatorList = new Map([
  [
    '',
    new Set([
      ...(ALLOWED_OPERATORS.get('') ?? []),
      ...['AveragePool', 'ConstantOfShape', 'Conv', 'Expand', 'Floor', 'GatherElements'],
      ...['HardSigmoid', 'MatMulInteger', 'Pad', 'QuantizeLinear', 'Range', 'ReduceProd', 'Round'],
      ...['ScatterElements', 'TopK'],
    ]),
  ],
]);

/** Versions of the domains that the runtime supports, and in which the operators mean what they do here. */
export const ALLOWED_OPSETS: ReadonlyMap<string, readonly [first: number, last: number]> = new Map([
  ['', [9, 23]],
  ['ai.onnx.ml', [1, 3]],
]);
