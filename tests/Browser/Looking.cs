using Deque.AxeCore.Commons;
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

    // Our pages have no frames: axe runs in the page itself. Its Playwright package opens a second page for each look, which takes ten times as long.
    private const string Broken = """
        async ([tags, colours]) => (await axe.run(document, { resultTypes: ['violations'], runOnly: { type: 'tag', values: tags }, rules: { 'color-contrast': { enabled: colours } } })).violations
            .filter(v => v.impact === 'serious' || v.impact === 'critical')
            .map(v => `${v.id}: ${v.help}\n${v.nodes.map(n => `${n.html} (${n.target})`).join('\n')}`)
        """;

    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

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

    /// <summary>Goes on as a person of the demo city.</summary>
    public static async Task SignIn(this IPage page, string name)
    {
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/sign-in");
        await page.Locator("input[name=name]").FillAsync(name);
        await page.Locator("input[name=password]").FillAsync("Qingdan-Demo-2026");
        await page.Locator("main button[type=submit], main button").First.ClickAsync();
    }

    /// <summary>The page is accessible wide and narrow; its pictures are saved under artifacts/pictures.</summary>
    public static async Task Look(this IPage page, string name)
    {
        foreach (var (width, suffix) in new[] { (Narrow, "narrow"), (Wide, "wide") })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.BecomeWhole(width);
            // First the picture: what is refused can be looked at.
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Checkout.Path("artifacts", "pictures", $"{name}-{suffix}.png") });
            // Colours are the same at any width, and measuring them takes half of the time.
            await page.IsAccessible(colours: width == Wide);
        }
    }

    // The window as high as the page, so that what sticks to its edges is where it belongs and covers nothing.
    // Again while the page still grows: fonts and scripts may move it after the first measure.
    private static async Task BecomeWhole(this IPage page, int width)
    {
        await page.EvaluateAsync("document.fonts.ready");
        for (var height = 900; ;)
        {
            var whole = await page.EvaluateAsync<int>("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(document.documentElement.scrollHeight))))");
            if (whole <= height) return;
            await page.SetViewportSizeAsync(width, height = whole);
        }
    }

    /// <summary>No rule of WCAG 2 A or AA is broken seriously, and nothing runs out of the window sideways.</summary>
    public static async Task IsAccessible(this IPage page, bool colours = true)
    {
        await page.EvaluateAsync("window.scrollTo(0, 0)"); // what sticks to the edges would lie over rows scrolled half away
        await page.EvaluateAsync(Axe);
        var broken = await page.EvaluateAsync<string[]>(Broken, new object[] { Rules, colours });
        Assert.True(broken.Length == 0, string.Join("\n\n", broken));
        var wide = await page.EvaluateAsync<string[]>(TooWide);
        Assert.True(wide.Length == 0, $"{page.Url} is wider than its window of {page.ViewportSize!.Width}: {string.Join(", ", wide)}");
    }
}
