#include "request/SystemRandom.h"

#include <QRandomGenerator>

namespace scopes {

QByteArray systemRandomBytes(int count)
{
    constexpr int word = 4;
    QByteArray bytes;
    bytes.reserve(count + word);
    while (bytes.size() < count) {
        const quint32 random = QRandomGenerator::system()->generate();
        bytes.append(reinterpret_cast<const char*>(&random), word);
    }
    bytes.truncate(count);
    return bytes;
}

} // namespace scopes
