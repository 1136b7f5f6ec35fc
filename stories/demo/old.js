/* What old libraries did to every page: methods on built-in prototypes, and replaced functions. */
Object.prototype.extendedByOldScript = function () {};
Array.prototype.each = function (callback) {
  for (var i = 0; i < this.length; i++) callback(this[i], i);
};
Array.prototype.toJSON = function () {
  return '[' + this.join(', ') + ']';
};
Array.from = function (iterable) {
  var list = [];
  for (var i = 0; iterable && i < iterable.length; i++) list.push(iterable[i]);
  return list;
};
Function.prototype.bindAsEventListener = function () {};
