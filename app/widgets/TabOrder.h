#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace scopes {

/// Lets Tab go from a widget through those in @p part that take the focus, in the order in which they were made; gives the last
/// of them. All stand in one window.
QWidget* tabThrough(QWidget* from, QWidget& part);

} // namespace scopes
