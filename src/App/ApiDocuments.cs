using Microsoft.OpenApi;

namespace Qingdan.App;

/// <summary>The API's description, made from the endpoints: OpenAPI 3.1 and, for older tools, 3.0.</summary>
internal static class ApiDocuments
{
    private static readonly (string Name, OpenApiSpecVersion Version)[] Documents = [("v1", OpenApiSpecVersion.OpenApi3_1), ("v1-3.0", OpenApiSpecVersion.OpenApi3_0)];

    public static IServiceCollection AddApiDocuments(this IServiceCollection services)
    {
        foreach (var (name, version) in Documents)
            services.AddOpenApi(name, options =>
            {
                options.OpenApiVersion = version;
                options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) is true;
                options.AddDocumentTransformer((document, _, _) =>
                {
                    document.Info = new OpenApiInfo { Title = "Qingdan 清单", Version = "v1" };
                    return Task.CompletedTask;
                });
            });
        return services;
    }

    public static void MapApiDocuments(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
}
