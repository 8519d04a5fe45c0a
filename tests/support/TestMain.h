#pragma once

#include <QtTest>

#include <functional>
#include <memory>
#include <vector>

/// One test program a room: each test class registers itself, and the program's main runs them all.
///
///     SCOPES_TEST(ScopeCatalogTest)
///     #include "ScopeCatalogTest.moc"
namespace scopes::tests {

using TestFactory = std::function<std::unique_ptr<QObject>()>;

/// The test classes of this program, in the order of registration.
std::vector<TestFactory>& registry();

/// Adds a class to registry() when the program starts.
struct Registration
{
    explicit Registration(TestFactory factory) { registry().push_back(std::move(factory)); }
};

/// The seed for a test of randomness: SCOPES_SEED from the environment, else @p fallback. It is printed, so that a failure
/// can be had again.
quint32 seed(quint32 fallback);

/// The folder tests/data of the source tree, with a slash at the end.
QString dataFolder();

/// The folder ../shared beside the source tree, with a slash at the end; empty where it is absent.
QString sharedFolder();

} // namespace scopes::tests

#define SCOPES_TEST(Class) static const scopes::tests::Registration registration##Class([] { return std::make_unique<Class>(); });
