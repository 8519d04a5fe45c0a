#include "widgets/NamedComboBox.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QWheelEvent>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

class AccessibleNamedComboBox : public QAccessibleWidget
{
public:
    explicit AccessibleNamedComboBox(NamedComboBox* box)
        : QAccessibleWidget(box, QAccessible::ComboBox, box->accessibleName())
        , m_box(box)
    {
    }

    int childCount() const override { return 1; }

    QAccessibleInterface* child(int index) const override
    {
        return index == 0 ? QAccessible::queryAccessibleInterface(m_box->view()) : nullptr;
    }

    int indexOfChild(const QAccessibleInterface* child) const override { return child->object() == m_box->view() ? 0 : -1; }

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Name)
            return m_box->accessibleName();
        if (kind == QAccessible::Value)
            return m_box->currentText();
        if (kind != QAccessible::Description)
            return QAccessibleWidget::text(kind);
        const QString description = m_box->accessibleDescription();
        return description.isEmpty() ? m_box->currentText() : m_box->currentText() + u". "_s + description;
    }

    QStringList actionNames() const override { return QStringList{showMenuAction()} + QAccessibleWidget::actionNames(); }

    void doAction(const QString& action) override
    {
        if (action == showMenuAction())
            m_box->showPopup();
        else
            QAccessibleWidget::doAction(action);
    }

private:
    NamedComboBox* m_box;
};

QAccessibleInterface* makeInterface(const QString& /*className*/, QObject* object)
{
    auto* const box = qobject_cast<NamedComboBox*>(object);
    return box != nullptr ? new AccessibleNamedComboBox(box) : nullptr; // Qt takes it
}

} // namespace

void NamedComboBox::wheelEvent(QWheelEvent* event)
{
    if (focusPolicy() == Qt::StrongFocus && !hasFocus())
        event->ignore();
    else
        QComboBox::wheelEvent(event);
}

NamedComboBox::NamedComboBox(QWidget* parent)
    : QComboBox(parent)
{
    // Qt takes the same factory only once.
    QAccessible::installFactory(makeInterface);
}

} // namespace scopes
