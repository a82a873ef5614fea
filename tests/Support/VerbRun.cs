using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.CommandLine;

namespace Qingdan.Tests.Support;

/// <summary>Runs a verb as the command line does, on a test's own store.</summary>
public static class VerbRun
{
    /// <summary>Exit code and what was printed.</summary>
    public static async Task<(int Code, string Output, string Error)> Run(TestServices services, params string[] args)
    {
        var host = new VerbHost((_, _) => Task.FromResult(services.Scope()));
        var root = new RootCommand { host.Json };
        await using var scope = services.Scope();
        foreach (var verb in scope.ServiceProvider.GetServices<IVerb>()) root.Add(verb.Build(host));
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0) return (ExitCode.Usage, "", "");
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }), output.ToString(), error.ToString());
    }
}
