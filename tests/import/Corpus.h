#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

/// The real descriptions in ../shared/corpus, which are no part of the product.
namespace scopes::tests {

/// Paths of all documents from the corpus' folder 'documents', sorted; empty where the corpus is absent.
QStringList corpusDocuments();

/// The bytes of a document.
QByteArray corpusDocument(const QString& path);

/// The expected result of a document, JSON; null where the document declares no scopes or cannot be read.
QByteArray corpusExpected(const QString& path);

} // namespace scopes::tests
