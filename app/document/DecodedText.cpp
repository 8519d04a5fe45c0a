#include "document/DecodedText.h"

#include <QStringConverter>

namespace scopes {

QString decodedText(const QByteArray& bytes)
{
    const auto encoding = QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8);
    return QStringDecoder(encoding, QStringConverter::Flag::Stateless).decode(bytes);
}

bool beginsAsUtf16(QByteArrayView bytes)
{
    return bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF");
}

} // namespace scopes
