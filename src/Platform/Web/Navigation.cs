using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Identity;

namespace Qingdan.Platform.Web;

/// <summary>A heading of the left navigation.</summary>
/// <param name="Order">Sections are shown in this order.</param>
/// <param name="Text">Chinese heading.</param>
/// <param name="Flow">True for the steps that data passes through; they are joined by a line.</param>
public sealed record NavSection(int Order, string Text, bool Flow = false);

/// <summary>A page of the left navigation.</summary>
/// <param name="Section">Under which heading.</param>
/// <param name="Text">Chinese name.</param>
/// <param name="Href">Path from the root; the item is current for the path and all below it.</param>
/// <param name="Icon">Name of a Bootstrap icon.</param>
/// <param name="Roles">Who may open it; empty for everybody signed in.</param>
public sealed record NavItem(NavSection Section, string Text, string Href, string Icon, IReadOnlyList<string> Roles)
{
    /// <summary>True when the person may open the page.</summary>
    public bool IsFor(Actor actor) => Roles.Count == 0 || Roles.Any(role => actor.Roles.Contains(role));

    /// <summary>True when <paramref name="path"/> is this page or lies below it.</summary>
    public bool Covers(string path) => path == Href || (Href != "/" && path.StartsWith($"{Href}/", StringComparison.Ordinal));
}

/// <summary>Registers pages of the navigation.</summary>
public static class NavigationSetup
{
    /// <summary>Adds a page; within a section the order is that of registration.</summary>
    public static IServiceCollection AddNav(this IServiceCollection services, NavSection section, string text, string href, string icon, params string[] roles) =>
        services.AddSingleton(new NavItem(section, text, href, icon, roles));
}
