using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Playwright;
using Xunit.v3;

[assembly: Qingdan.Tests.Browser.CloseWindows]

namespace Qingdan.Tests.Browser;

/// <summary>Closes the windows of a test when it ends: a hundred open ones slow the browser down for those that follow.</summary>
internal sealed class CloseWindowsAttribute : BeforeAfterTestAttribute
{
    /// <summary>Windows by the test that opened them.</summary>
    public static ConcurrentDictionary<string, ConcurrentBag<IBrowserContext>> Opened { get; } = new();

    /// <inheritdoc/>
    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (Opened.TryRemove(test.UniqueID, out var windows)) Task.WaitAll(windows.Select(w => w.CloseAsync()));
    }
}
