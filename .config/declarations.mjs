/* Makes the published declarations complete without internal members, which they do not have. */
import ts from 'typescript';

const isInternal = (declaration) =>
  ts.getJSDocTags(declaration).some(({ tagName }) => tagName.text === 'internal');

/**
 * Declares a parameter that is taken apart as one `element`, if it takes internal members: programs
 * that check the declarations of their packages would not find these.
 */
export const withoutInternalNames = (checker) => (context) => (file) => {
  const { factory } = context;
  const takesInternal = (pattern) => {
    const type = checker.getTypeAtLocation(pattern);
    return pattern.elements.some(
      ({ propertyName, name }) =>
        type.getProperty((propertyName ?? name).text)?.declarations?.some(isInternal) ||
        (ts.isObjectBindingPattern(name) && takesInternal(name)),
    );
  };
  const visit = (node) => {
    const isTakenApart = ts.isParameter(node) && ts.isObjectBindingPattern(node.name);
    if (!isTakenApart || !takesInternal(ts.getOriginalNode(node).name)) {
      return ts.visitEachChild(node, visit, context);
    }
    const { modifiers, dotDotDotToken, questionToken, type } = node;
    const name = factory.createIdentifier('element');
    return factory.updateParameterDeclaration(
      node,
      modifiers,
      dotDotDotToken,
      name,
      questionToken,
      type,
      undefined,
    );
  };
  return ts.visitNode(file, visit);
};
