using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Browser;

/// <summary>Opens pages, takes their pictures, and lets axe look at them.</summary>
public static class Looking
{
    public const int Wide = 1440, Narrow = 390;

    // What sticks out to the right, when the page scrolls sideways.
    private const string TooWide = """
        document.documentElement.scrollWidth <= window.innerWidth ? []
            : [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > window.innerWidth).map(e => `${e.tagName}.${e.className}`)
        """;

    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    /// <summary>A window on the program; it is closed when the test ends.</summary>
    public static async Task<IPage> Window(this Chromium chromium, TestApp app, int width = Wide, bool script = true)
    {
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = app.BaseAddress.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            Locale = "zh-CN",
            JavaScriptEnabled = script,
        });
        CloseWindowsAttribute.Opened.GetOrAdd(TestContext.Current.Test!.UniqueID, _ => []).Add(context);
        return await context.NewPageAsync();
    }

    /// <summary>The page is accessible wide and narrow; its pictures are saved under artifacts/pictures.</summary>
    public static async Task Look(this IPage page, string name)
    {
        foreach (var (width, suffix) in new[] { (Narrow, "narrow"), (Wide, "wide") })
        {
            await page.SetViewportSizeAsync(width, 900);
            // The window as high as the page, so that what sticks to its edges is where it belongs and covers nothing.
            await page.SetViewportSizeAsync(width, Math.Max(900, await page.EvaluateAsync<int>("document.documentElement.scrollHeight")));
            // First the picture: what is refused can be looked at.
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Checkout.Path("artifacts", "pictures", $"{name}-{suffix}.png") });
            await page.IsAccessible();
        }
    }

    /// <summary>No rule of WCAG 2 A or AA is broken seriously, and nothing runs out of the window sideways.</summary>
    public static async Task IsAccessible(this IPage page)
    {
        await page.EvaluateAsync("window.scrollTo(0, 0)"); // what sticks to the edges would lie over rows scrolled half away
        var results = await page.RunAxe(new Deque.AxeCore.Commons.AxeRunOptions
        {
            // What is right is not described: that takes longer than finding what is wrong.
            ResultTypes = [Deque.AxeCore.Commons.ResultType.Violations],
            RunOnly = new Deque.AxeCore.Commons.RunOnlyOptions { Type = "tag", Values = [.. Rules] },
        });
        var severe = results.Violations.Where(v => v.Impact is "serious" or "critical")
            .Select(v => $"{v.Id}: {v.Help}\n{string.Join('\n', v.Nodes.Select(n => $"{n.Html} ({n.Target})"))}").ToList();
        Assert.True(severe.Count == 0, string.Join("\n\n", severe));
        var wide = await page.EvaluateAsync<string[]>(TooWide);
        Assert.True(wide.Length == 0, $"{page.Url} is wider than its window of {page.ViewportSize!.Width}: {string.Join(", ", wide)}");
    }
}
