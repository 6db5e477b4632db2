import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0005_people'),
    ]

    operations = [
        migrations.AddField(
            model_name='obligor',
            name='joined_to',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='joined_rows', to='register.obligor'),
        ),
        migrations.AddIndex(
            model_name='obligor',
            index=models.Index(condition=models.Q(('joined_to__isnull', False)), fields=['joined_to'], name='obligor_joined_to'),
        ),
        migrations.CreateModel(
            name='Mark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('obligor', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='marks', to='register.obligor')),
                ('office', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='marks', to='register.office')),
                ('kind', models.CharField(max_length=40)),
                ('note', models.CharField(blank=True, default='', max_length=200)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('removes', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='removed_by', to='register.mark')),
            ],
            options={
                'indexes': [models.Index(fields=['obligor', 'from_on'], name='mark_of_obligor'), models.Index(fields=['kind', 'office', 'obligor'], name='mark_of_kind')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gt', models.F('from_on')), _connector='OR'), name='mark_validity'), models.CheckConstraint(condition=models.Q(models.Q(('kind', ''), _negated=True), models.Q(('recorded_by', ''), _negated=True)), name='mark_by_somebody')],
            },
        ),
        migrations.CreateModel(
            name='ObligorFact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('obligor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='facts', to='register.obligor')),
                ('kind', models.CharField(max_length=30)),
                ('value', models.CharField(max_length=500)),
                ('postal_code', models.CharField(blank=True, default='', max_length=7)),
                ('hours', models.CharField(blank=True, default='', max_length=100)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('source_office', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='facts_found', to='register.office')),
                ('source_receivable', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='facts_found', to='register.receivable')),
                ('permitted_use', models.CharField(default='every_claim', max_length=30)),
                ('restricted', models.BooleanField(default=False)),
                ('note', models.CharField(blank=True, default='', max_length=300)),
                ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='register.obligorfact')),
                ('withdrawn', models.BooleanField(default=False)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['bank_account', 'communication_need', 'custody_until', 'household', 'mailing_address', 'nationality', 'occupation', 'other_name', 'public_assistance', 'registry_check', 'representative', 'residence', 'telephone_number', 'workplace'])), name='obligor_fact_kind'), models.CheckConstraint(condition=models.Q(('permitted_use__in', ['enforceable_claims', 'every_claim', 'source_office'])), name='obligor_fact_use'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gt', models.F('from_on')), _connector='OR'), name='obligor_fact_validity'), models.CheckConstraint(condition=models.Q(('value', ''), _negated=True), name='obligor_fact_says_something'), models.CheckConstraint(condition=models.Q(('postal_code__regex', '^([0-9]{7})?$')), name='obligor_fact_postal_code'), models.CheckConstraint(condition=models.Q(('withdrawn', False), ('replaces__isnull', False), _connector='OR'), name='obligor_fact_withdraws_one'), models.CheckConstraint(condition=models.Q(('recorded_by', ''), _negated=True), name='obligor_fact_by_somebody')],
            },
        ),
        migrations.CreateModel(
            name='ObligorJoin',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('kept', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='joins_kept', to='register.obligor')),
                ('joined', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='joins_joined', to='register.obligor')),
                ('reason', models.CharField(max_length=300)),
                ('undoes', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='undone_by', to='register.obligorjoin')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kept', models.F('joined')), _negated=True), name='obligor_join_two'), models.CheckConstraint(condition=models.Q(models.Q(('reason', ''), _negated=True), models.Q(('recorded_by', ''), _negated=True)), name='obligor_join_reasoned')],
            },
        ),
        migrations.CreateModel(
            name='RoleWithdrawal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('role', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='withdrawal', to='register.obligorrole')),
                ('reason', models.CharField(max_length=300)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('reason', ''), _negated=True), models.Q(('recorded_by', ''), _negated=True)), name='role_withdrawal_reasoned')],
            },
        ),
    ]
