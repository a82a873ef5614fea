using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Checking;
using Qingdan.Catalog.Import.Receiving;
using Qingdan.Catalog.Import.Running;
using Qingdan.Catalog.Import.Verbs;
using Qingdan.Catalog.Import.Views;
using Qingdan.Catalog.Search;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Import;

/// <summary>Registers the import of files.</summary>
internal static class ImportSetup
{
    public static IServiceCollection AddCatalogImport(this IServiceCollection services) => services
        .AddScoped<ImportBatches>().AddScoped<ReceiveFile>().AddScoped<ChooseMapping>().AddScoped<UseMapping>().AddScoped<UseKeptMapping>().AddScoped<StartImport>()
        .AddScoped<Judge>().AddScoped<ImportRowWriter>().AddScoped<StagedRows>().AddScoped<StagedCodes>().AddScoped<ApplyChanges>().AddScoped<SwitchOn>().AddScoped<SearchBulk>()
        .AddScoped<ImportQueries>().AddScoped<WriteReport>().AddSingleton<IVerb, ImportVerb>()
        .AddNav(Menu.Catalog, "导入与回执", "/catalog/imports", "upload", ImportEndpoints.MayImport)
        .AddScoped<IJobHandler, CheckImport>().AddScoped<IJobHandler, RunImport>().AddScoped<IJobHandler, UndoImport>();
}
