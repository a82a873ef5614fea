using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Database;
using Qingdan.Platform.Web.Requests;
using Qingdan.Records.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Web;

public sealed class EndpointTests
{
    [Fact]
    public async Task Every_endpoint_says_who_may_come()
    {
        await using var app = await TestApp.Start(Engine.Sqlite);
        await using var scope = app.Scope();
        var open = scope.ServiceProvider.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(e => e.Metadata.GetMetadata<IAuthorizeData>() is null && e.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(e => e.DisplayName).ToList();
        Assert.Empty(open);
    }

    [Fact]
    public async Task Where_a_signed_sheet_is_handed_in_its_scan_is_taken()
    {
        await using var app = await TestApp.Start(Engine.Sqlite);
        await using var scope = app.Scope();
        var paper = scope.ServiceProvider.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(e => e.Metadata.GetMetadata<System.Reflection.MethodInfo>()?.GetParameters().Any(p => p.ParameterType == typeof(PaperForm)) is true).ToList();
        Assert.NotEmpty(paper);
        Assert.Empty(paper.Where(e => e.Metadata.GetMetadata<BodyLimit>() is null).Select(e => e.DisplayName));
    }
}
