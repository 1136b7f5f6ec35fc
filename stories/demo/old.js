/* What old libraries did to every page: enumerable methods on built-in prototypes. */
Object.prototype.extendedByOldScript = function () {};
Array.prototype.each = function (callback) {
  for (var i = 0; i < this.length; i++) callback(this[i], i);
};
Function.prototype.bindAsEventListener = function () {};
