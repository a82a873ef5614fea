using System.Reflection;
using Qingdan.App;
using Xunit;

namespace Qingdan.Tests.Architecture;

/// <summary>What keeps the house in order; each rule is shown once to be able to fail.</summary>
public sealed class BoundaryTests
{
    private static readonly Assembly Host = typeof(Composition).Assembly;
    private static readonly Assembly[] Modules = [.. Host.GetReferencedAssemblies()
        .Where(a => a.Name!.StartsWith("Qingdan.", StringComparison.Ordinal) && a.Name != "Qingdan.Platform").Select(Assembly.Load)];

    [Fact]
    public void There_are_modules_to_look_at() => Assert.True(Modules.Length >= 5, $"Found only {Modules.Length} modules.");

    [Fact]
    public void A_module_shows_only_its_setup_its_contracts_and_what_Razor_forces()
    {
        var leaks = Modules.SelectMany(Leaks).Select(t => t.FullName).ToArray();
        Assert.True(leaks.Length == 0, $"Public outside Contracts: {string.Join(", ", leaks)}");
    }

    [Fact]
    public void The_rule_on_public_types_can_fail() => Assert.Contains(typeof(PublicByMistake), Leaks(typeof(PublicByMistake).Assembly));

    [Fact]
    public void Platform_knows_no_module() =>
        Assert.DoesNotContain(typeof(Platform.PlatformSetup).Assembly.GetReferencedAssemblies(), a => a.Name!.StartsWith("Qingdan.", StringComparison.Ordinal));

    [Fact]
    public void Modules_depend_in_one_direction()
    {
        string[] order = ["Qingdan.Standards", "Qingdan.Organizations", "Qingdan.Records", "Qingdan.Catalog", "Qingdan.Lists", "Qingdan.Workflow", "Qingdan.Exchange"];
        foreach (var module in Modules)
            foreach (var used in module.GetReferencedAssemblies().Select(a => a.Name!).Where(order.Contains))
                Assert.True(Array.IndexOf(order, used) < Array.IndexOf(order, module.GetName().Name), $"{module.GetName().Name} uses {used}");
    }

    /// <summary>Razor makes view classes public, and with them the records they are given; those live beside the views and end in View, Form, Row, Page or Model.</summary>
    private static IEnumerable<Type> Leaks(Assembly module) =>
        from type in module.GetExportedTypes()
        where !type.IsNested && type.Namespace is { } space && !space.Contains(".Contracts", StringComparison.Ordinal)
        where !type.Name.EndsWith("Setup", StringComparison.Ordinal) && type.Name != "_Imports" && !type.IsAssignableTo(typeof(Microsoft.AspNetCore.Components.IComponent))
        where !IsShownByAView(type, module)
        select type;

    private static bool IsShownByAView(Type type, Assembly module) =>
        Shown(module).Contains(type);

    private static readonly Dictionary<Assembly, HashSet<Type>> Known = [];

    private static HashSet<Type> Shown(Assembly module)
    {
        if (Known.TryGetValue(module, out var shown)) return shown;
        shown = [];
        var open = new Queue<Type>(module.GetExportedTypes().Where(t => t.IsAssignableTo(typeof(Microsoft.AspNetCore.Components.IComponent)))
            .SelectMany(t => t.GetProperties()).Select(p => p.PropertyType));
        while (open.TryDequeue(out var type))
        {
            foreach (var argument in type.GetGenericArguments()) open.Enqueue(argument);
            if (type.GetElementType() is { } element) open.Enqueue(element);
            if (type.Assembly != module || !shown.Add(type)) continue;
            foreach (var property in type.GetProperties()) open.Enqueue(property.PropertyType);
            if (type.BaseType is { } parent) open.Enqueue(parent);
        }
        return Known[module] = shown;
    }
}

/// <summary>Proof that the rule sees a public type outside Contracts.</summary>
public sealed class PublicByMistake;
