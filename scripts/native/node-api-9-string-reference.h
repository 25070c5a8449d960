// Force-included when better-sqlite3 is compiled for Node 20 or Electron 33 (see scripts/native-modules.mjs).
//
// better-sqlite3 keeps persistent references to strings (column names, error codes) and to any value (the seed
// of an aggregate function). Node-API allows that from version 10 on; version 9, which Node 20 and Electron
// before 36 speak, takes objects only and aborts the process when the module loads. Here such a reference holds
// a small object, and the object holds the value, so that better-sqlite3's own source stays unchanged.
#pragma once

#include <utility>

#include <napi.h>

namespace tickmark {

/// Does what better-sqlite3 asks of Napi::Reference<T>, for a T that need not be an object.
template <typename T>
class BoxedReference {
 public:
  BoxedReference() = default;
  BoxedReference(BoxedReference&& other) = default;
  BoxedReference& operator=(BoxedReference&& other) = default;

  bool IsEmpty() const { return box_.IsEmpty(); }

  T Value() const {
    if (box_.IsEmpty()) return T();
    return box_.Value().Get(uint32_t{0}).template UnsafeAs<T>();
  }

  void Reset() { box_.Reset(); }

  void Reset(const T& value, uint32_t count = 0) {
    Napi::HandleScope scope(value.Env());
    Napi::Object box = Napi::Object::New(value.Env());
    box.Set(uint32_t{0}, value);
    box_.Reset(box, count);
  }

 private:
  Napi::ObjectReference box_;
};

}  // namespace tickmark

namespace Napi {

template <>
class Reference<String> : public tickmark::BoxedReference<String> {
 public:
  static Reference New(const String& value, uint32_t count = 0) {
    Reference reference;
    reference.Reset(value, count);
    return reference;
  }
};

template <>
class Reference<Value> : public tickmark::BoxedReference<Napi::Value> {
 public:
  static Reference New(const Napi::Value& value, uint32_t count = 0) {
    Reference reference;
    reference.Reset(value, count);
    return reference;
  }
};

}  // namespace Napi
