#pragma once

#include "analysis/ConsentPreview.h"

QT_BEGIN_NAMESPACE
class QFont;
class QWidget;
QT_END_NAMESPACE

namespace scopes {

/// Asks for a printer and prints the preview, black on white. False if the user thought better of it.
bool printConsent(const ConsentPreview& preview, const ScopeCatalog& catalog, const QFont& font, QWidget& parent);

} // namespace scopes
