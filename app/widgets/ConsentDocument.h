#pragma once

#include "analysis/ConsentPreview.h"

#include <QImage>
#include <QString>

QT_BEGIN_NAMESPACE
class QFont;
class QTextDocument;
QT_END_NAMESPACE

namespace scopes {

/// Writes the preview into the document: the caution, then each topic with its lines, and what no line tells. All of it is
/// plain text from the catalog; colours are left to who shows it. Of more than 1,000 lines the first are written.
void writeConsent(QTextDocument& document, const ConsentPreview& preview, const ScopeCatalog& catalog, const QFont& font);

/// The preview as a picture, black on white, @p scale pixels a point of the screen.
QImage consentPicture(const ConsentPreview& preview, const ScopeCatalog& catalog, const QFont& font, qreal scale);

/// Saves the preview as a PDF or, where the name ends with '.png', as a picture: the whole file or none. The error message says
/// why it could not be; empty: saved.
[[nodiscard]] QString saveConsent(
    const QString& path, const ConsentPreview& preview, const ScopeCatalog& catalog, const QFont& font);

} // namespace scopes
