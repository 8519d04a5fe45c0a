#include "widgets/CatalogBox.h"

#include "catalog/BuiltInCatalog.h"
#include "document/VisibleText.h"
#include "widgets/NoteLabel.h"
#include "workspace/RecentCatalogs.h"

#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QWheelEvent>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// The last row's key: another file is to be chosen.
const QString aFile = u"file"_s; // NOLINT(cert-err58-cpp)

/// 'TikTok for Developers, 2026-01-01'.
QString titled(const QString& name, const QString& date)
{
    const QString shown = visibleText(name, 60);
    return date.isEmpty() ? shown : CatalogBox::tr("%1, %2").arg(shown, visibleText(date, 20));
}

QString titled(const ScopeCatalog& catalog)
{
    return titled(catalog.name(), catalog.retrieved());
}

} // namespace

const QString CatalogBox::openCatalog = u"open"_s; // NOLINT(cert-err58-cpp)
const QString CatalogBox::builtInCatalog = u"built-in"_s; // NOLINT(cert-err58-cpp)

CatalogBox::CatalogBox(CatalogSession& session, const Settings& settings, QWidget* parent)
    : NamedComboBox(parent)
    , m_session(session)
    , m_settings(settings)
    , m_builtIn(scopes::builtInCatalog().value.value_or(nullptr))
{
    constexpr int leastShown = 6; // with a large font two of them and their buttons must not widen the window
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(leastShown);
    setPlaceholderText(tr("Choose a catalog"));
    connect(this, &QComboBox::activated, this, &CatalogBox::take);
}

void CatalogBox::add(const QString& key, const QString& title, const QString& toolTip)
{
    addItem(title, key);
    setItemData(count() - 1, toolTipText(toolTip), Qt::ToolTipRole);
}

void CatalogBox::fill()
{
    const QSignalBlocker blocker(this);
    clear();
    const auto shownPath = [](const QString& path) { return visibleText(QDir::toNativeSeparators(path), 300); };
    const QString openPath = m_session.path();
    const std::vector<RecentCatalog> recent = recentCatalogs(m_settings);
    QStringList paths{openPath, m_chosen};
    for (const RecentCatalog& catalog : recent)
        paths += catalog.path;
    const auto fileName = [&](const QString& path) { return visibleText(tellingEnd(path, paths), 60); };
    add(openCatalog, tr("%1 (open)").arg(titled(*m_session.overlay().base())),
        openPath.isEmpty() ? tr("The catalog that is open: the built-in one.")
                           : tr("The catalog that is open: %1").arg(shownPath(openPath)));
    if (m_builtIn != nullptr)
        add(builtInCatalog, tr("%1 (built in)").arg(titled(*m_builtIn)), tr("Built into the program"));
    for (const RecentCatalog& catalog : recent) {
        if (catalog.path != openPath && QFileInfo::exists(catalog.path))
            add(catalog.path,
                catalog.name.isEmpty() ? fileName(catalog.path)
                                       : tr("%1 · %2").arg(titled(catalog.name, catalog.retrieved), fileName(catalog.path)),
                shownPath(catalog.path));
    }
    if (!m_chosen.isEmpty() && findData(m_chosen) < 0)
        add(m_chosen, fileName(m_chosen), shownPath(m_chosen));
    insertSeparator(count());
    add(aFile, tr("A file…"), tr("Any catalog file, or any provider's API description."));
    setCurrentIndex(m_chosen.isEmpty() ? -1 : findData(m_chosen));
    setToolTip(currentData(Qt::ToolTipRole).toString());
}

void CatalogBox::choose(const QString& chosen)
{
    m_chosen = chosen == m_session.path() && !chosen.isEmpty() ? openCatalog : chosen;
    fill();
}

void CatalogBox::take(int row)
{
    const QString key = itemData(row).toString();
    const QString chosen = key == aFile && m_chooser ? m_chooser() : key;
    if (chosen.isEmpty() || chosen == aFile)
        return fill(); // as it was
    choose(chosen);
    Q_EMIT changed();
}

void CatalogBox::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
        showPopup();
        break;
    default:
        NamedComboBox::keyPressEvent(event);
    }
}

void CatalogBox::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

std::optional<CatalogSide> CatalogBox::side() const
{
    if (m_chosen.isEmpty())
        return {};
    // What the user adds to the open catalog is no difference between it and another.
    if (m_chosen == openCatalog)
        return CatalogSide{m_session.overlay().base(), {}, {}};
    if (m_chosen == builtInCatalog)
        return CatalogSide{m_builtIn, {}, {}};
    const RecentCatalog known = recentCatalog(m_settings, m_chosen);
    return CatalogSide{nullptr, m_chosen, known.choices};
}

QString CatalogBox::otherOfProvider() const
{
    const QString id = m_session.overlay().base()->id();
    for (const RecentCatalog& catalog : recentCatalogs(m_settings)) {
        if (catalog.id == id && catalog.path != m_session.path() && QFileInfo::exists(catalog.path))
            return catalog.path;
    }
    const bool isBuiltIn = m_builtIn != nullptr && m_builtIn->id() == id && !m_session.path().isEmpty();
    return isBuiltIn ? builtInCatalog : QString();
}

} // namespace scopes
